-- A game whole: its snapshot and the records since. KEYS: game, list, cert. ARGV: records at hand
if not certified(KEYS[3]) then return {'UNCERTIFIED'} end
local game = redis.call('HMGET', KEYS[1],
  'e', 'v', 'd', 'h', 'sv', 's', 'cn', 'cd', 'cp', 'x')
if not game[1] then return {'MISSING'} end
local since = records(KEYS[1], KEYS[2], tonumber(game[5]) + 1, tonumber(game[2]), tonumber(ARGV[1])) or {}
return {'OK', text(millis()), since, unpack(game)}

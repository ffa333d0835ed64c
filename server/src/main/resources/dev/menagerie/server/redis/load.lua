-- A game whole: its snapshot and the records since. KEYS: game, log, cert
if not certified(KEYS[3]) then return {'UNCERTIFIED'} end
local game = redis.call('HMGET', KEYS[1],
  'e', 'v', 'd', 'h', 'sv', 's', 'cn', 'cd', 'cp', 'x')
if not game[1] then return {'MISSING'} end
local since = tonumber(game[2]) - tonumber(game[5])
local records = {}
if since > 0 then records = redis.call('LRANGE', KEYS[2], -since, -1) end
return {'OK', text(millis()), records, unpack(game)}

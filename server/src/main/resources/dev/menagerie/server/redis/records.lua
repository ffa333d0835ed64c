-- The records after a version. KEYS: game, log, cert. ARGV: epoch, version
if not certified(KEYS[3]) then return {'UNCERTIFIED'} end
local game = redis.call('HMGET', KEYS[1], 'e', 'v')
if not game[1] then return {'MISSING'} end
local missed = tonumber(game[2]) - tonumber(ARGV[2])
if game[1] ~= ARGV[1] or missed < 0 then return {'MISSING'} end
if missed == 0 then return {'OK', {}} end
if redis.call('LLEN', KEYS[2]) < missed then return {'MISSING'} end
return {'OK', redis.call('LRANGE', KEYS[2], -missed, -1)}

-- The records after a version. KEYS: game, list, cert. ARGV: epoch, version, records at hand
if not certified(KEYS[3]) then return {'UNCERTIFIED'} end
local game = redis.call('HMGET', KEYS[1], 'e', 'v')
if not game[1] then return {'MISSING'} end
local after, head = tonumber(ARGV[2]), tonumber(game[2])
if game[1] ~= ARGV[1] or head < after then return {'MISSING'} end
local found = records(KEYS[1], KEYS[2], after + 1, head, tonumber(ARGV[3]))
if not found then return {'MISSING'} end
return {'OK', found}

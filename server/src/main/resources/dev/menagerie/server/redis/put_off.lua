-- Moves the deadline of a game that no node can play. KEYS: cert, deadlines, game
-- ARGV: id, deadline, more, channel, partition
if not certified(KEYS[1]) then return {'UNCERTIFIED'} end
local score = redis.call('ZSCORE', KEYS[2], ARGV[1])
if not score or tonumber(score) ~= tonumber(ARGV[2]) then return {'MOVED'} end
redis.call('ZINCRBY', KEYS[2], ARGV[3], ARGV[1])
redis.call('HINCRBY', KEYS[3], 'cd', ARGV[3])
redis.call('PUBLISH', ARGV[4], 'T ' .. ARGV[5])
return {'OK'}

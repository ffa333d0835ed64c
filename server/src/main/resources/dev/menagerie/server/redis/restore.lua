-- Replaces the observed game by the restored one.
-- KEYS: game, list, deadlines
-- ARGV: 1 id, 2 observed epoch ('' for none), 3 observed version, 4 observed digest, 5 epoch,
--   6 version, 7 digest, 8 header, 9 snapshot version, 10 snapshot, 11 players, 12 clock number,
--   13 left, 14 paused, 15 time of the last commit, 16 channel,
--   then pairs of field and value
local there = redis.call('HMGET', KEYS[1], 'e', 'v', 'd')
if (there[1] or '') ~= ARGV[2] or (there[2] or '') ~= ARGV[3] or (there[3] or '') ~= ARGV[4] then
  return {'OTHER'}
end
local now = millis()
local deadline = ''
redis.call('DEL', KEYS[1], KEYS[2])
redis.call('ZREM', KEYS[3], ARGV[1])
if given(ARGV[13]) then
  deadline = text(now + tonumber(ARGV[13]))
  redis.call('ZADD', KEYS[3], deadline, ARGV[1])
end
redis.call('HSET', KEYS[1], 'e', ARGV[5], 'v', ARGV[6], 'd', ARGV[7],
  't', text(math.max(now, tonumber(ARGV[15]))), 'h', ARGV[8], 'sv', ARGV[9], 's', ARGV[10],
  'p', ARGV[11], 'x', '', 'cn', ARGV[12], 'cd', deadline, 'cp', ARGV[14])
for i = 17, #ARGV, 2 do redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 1]) end
redis.call('PUBLISH', ARGV[16], 'M ' .. ARGV[1] .. ' ' .. ARGV[5] .. ' ' .. ARGV[6])
return {'OK'}

-- What is due, and a sign of life. KEYS: cert, alive, deadlines
-- ARGV: horizon, limit, prefix of the games' keys, channel, partition
if not certified(KEYS[1]) then return {'UNCERTIFIED'} end
local now = millis()
local last = redis.call('GET', KEYS[2])
redis.call('SET', KEYS[2], text(now))
local lost, games = 0, {}
if last and now - tonumber(last) > OUTAGE_MS then
  lost = now - tonumber(last)
  games = redis.call('ZRANGEBYSCORE', KEYS[3], '(' .. last, '+inf')
  for _, id in ipairs(games) do
    redis.call('ZINCRBY', KEYS[3], text(lost), id)
    redis.call('HINCRBY', ARGV[3] .. id, 'cd', text(lost))
  end
  redis.call('PUBLISH', ARGV[4], 'T ' .. ARGV[5])
end
local due = redis.call('ZRANGEBYSCORE', KEYS[3], '-inf', text(now + tonumber(ARGV[1])),
  'WITHSCORES', 'LIMIT', 0, tonumber(ARGV[2]))
return {'OK', text(now), text(lost), due, games}

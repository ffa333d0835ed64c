-- The nodes that had a subscription to their own channel and have none now. KEYS: nodes_subscribed
-- ARGV: asking node, prefix of the channels, how many nodes at most
-- Writes only when the asking node is not on the list yet, so that a look costs one read.
local function subscribers(nodes)
  local channels = {}
  for i = 1, #nodes do channels[i] = ARGV[2] .. nodes[i] end
  return redis.call('PUBSUB', 'NUMSUB', unpack(channels))
end
if tonumber(subscribers({ARGV[1]})[2]) == 0 then return {'UNKNOWN'} end
if redis.call('SISMEMBER', KEYS[1], ARGV[1]) == 0 then redis.call('SADD', KEYS[1], ARGV[1]) end
local nodes, gone = redis.call('SRANDMEMBER', KEYS[1], tonumber(ARGV[3])), {}
local counts = subscribers(nodes)
for i = 1, #nodes do
  if tonumber(counts[2 * i]) == 0 then gone[#gone + 1] = nodes[i] end
end
return {'OK', gone}

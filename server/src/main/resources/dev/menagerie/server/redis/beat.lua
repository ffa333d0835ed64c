-- A node's sign of life, and the nodes that have given none for too long. KEYS: nodes_seen
-- ARGV: node, silence in milliseconds, how many nodes at most
local now = millis()
local before = redis.call('ZSCORE', KEYS[1], ARGV[1])
local since = now - tonumber(ARGV[2])
redis.call('ZADD', KEYS[1], text(now), ARGV[1])
local silent = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', text(since), 'LIMIT', 0, tonumber(ARGV[3]))
return {'OK', before and tonumber(before) > since and 'ALIVE' or 'NEW', silent}

-- Makes a connection the user's. KEYS: user_conn. ARGV: session, node, milliseconds to live
local now = millis()
local old = redis.call('HMGET', KEYS[1], 'number', 'sid', 'node')
local number = text(math.max(now, tonumber(old[1] or '0') + 1))
redis.call('HSET', KEYS[1], 'number', number, 'sid', ARGV[1], 'node', ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
return {'OK', number, text(now), old[2] or '', old[3] or ''}

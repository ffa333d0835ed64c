-- Takes a connection from the user, if it is still the user's. KEYS: user_conn. ARGV: session
if redis.call('HGET', KEYS[1], 'sid') ~= ARGV[1] then return {'OTHER'} end
redis.call('HDEL', KEYS[1], 'sid', 'node')
return {'OK'}

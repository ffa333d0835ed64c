-- Whether a connection is still the user's; if so it lives on. KEYS: user_conn. ARGV: session, ms
if redis.call('HGET', KEYS[1], 'sid') ~= ARGV[1] then return {'OTHER'} end
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return {'OK', text(millis())}

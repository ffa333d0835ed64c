-- Which connections are still their users'; those live on. KEYS: user_conn of each
-- ARGV: milliseconds to live, then the session of each
-- Returns the time; for each OK or OTHER.
local answers = {}
for i = 1, #KEYS do
  local own = redis.call('HGET', KEYS[i], 'sid') == ARGV[i + 1]
  if own then redis.call('PEXPIRE', KEYS[i], ARGV[1]) end
  answers[i] = own and 'OK' or 'OTHER'
end
return {'OK', text(millis()), answers}

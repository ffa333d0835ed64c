-- How much waits to be journaled in some partitions. KEYS: cert and outbox of each
-- Returns the time; for each partition nothing if it is not certified, else how many entries wait, when the
-- oldest was committed ('' for none), and its certificate.
local answers = {}
for i = 1, #KEYS, 2 do
  local answer = {}
  if certified(KEYS[i]) then
    local oldest = redis.call('XRANGE', KEYS[i + 1], '-', '+', 'COUNT', 1)
    local at = oldest[1] and string.match(oldest[1][1], '^(%d+)-') or ''
    answer = {text(redis.call('XLEN', KEYS[i + 1])), at, redis.call('GET', KEYS[i])}
  end
  answers[#answers + 1] = answer
end
return {'OK', text(millis()), answers}

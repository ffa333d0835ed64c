-- How much waits to be journaled. KEYS: cert, outbox
if not certified(KEYS[1]) then return {'UNCERTIFIED'} end
local oldest = redis.call('XRANGE', KEYS[2], '-', '+', 'COUNT', 1)
local at = ''
if oldest[1] then at = string.match(oldest[1][1], '^(%d+)-') end
return {'OK', text(millis()), text(redis.call('XLEN', KEYS[2])), at, redis.call('GET', KEYS[1])}

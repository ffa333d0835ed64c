-- Makes a connection the user's. KEYS: user_conn. ARGV: session, node, milliseconds to live, number
-- A number is given for a connection that was registered under it before: then one with a greater
-- number stays.
local now = millis()
local old = redis.call('HMGET', KEYS[1], 'number', 'sid', 'node')
local known = tonumber(old[1] or '0')
local number
if ARGV[4] == '' then
  number = math.max(now, known + 1)
else
  number = tonumber(ARGV[4])
  if given(old[2]) and old[2] ~= ARGV[1] and known > number then return {'NEWER'} end
  number = math.max(number, known)
end
redis.call('HSET', KEYS[1], 'number', text(number), 'sid', ARGV[1], 'node', ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
return {'OK', text(number), text(now), old[2] or '', old[3] or ''}

-- Stores a game at version 0, unless it exists.
-- KEYS: game, cert, outbox, deadlines
-- ARGV: id, digest, header, snapshot, players, clock number, its milliseconds ('' when it is stopped),
--   outbox bound
if not certified(KEYS[2]) then return {'UNCERTIFIED'} end
local there = redis.call('HMGET', KEYS[1], 'e', 'v', 'd', 'cn', 'cd', 'cp')
if there[1] then
  return {'OK', there[1], there[2], there[3], there[4], there[5], there[6]}
end
if redis.call('XLEN', KEYS[3]) >= tonumber(ARGV[8]) then return {'FULL'} end
local now = millis()
local deadline = ''
if given(ARGV[7]) then
  deadline = text(now + tonumber(ARGV[7]))
  redis.call('ZADD', KEYS[4], deadline, ARGV[1])
end
redis.call('HSET', KEYS[1], 'e', '1', 'v', '0', 'd', ARGV[2], 't', text(now), 'h', ARGV[3],
  's', ARGV[4], 'sv', '0', 'p', ARGV[5], 'x', '', 'cn', ARGV[6], 'cd', deadline, 'cp', '')
return {'OK', '1', '0', ARGV[2], ARGV[6], deadline, ''}

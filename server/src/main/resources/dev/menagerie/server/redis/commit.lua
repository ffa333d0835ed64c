-- The only way a game changes. Everything is read and decided before the first write.
-- KEYS: game, log, cert, outbox, deadlines
-- ARGV: 1 id, 2 epoch, 3 version, 4 digest, 5 next digest, 6 request field ('' when nobody asked),
--   7 payload hash, 8 cause, 9 record, 10 reply, 11 clock operation, 12 its milliseconds,
--   13 snapshot, 14 standing, 15 players (all '' between checkpoints), 16 ending ('' mostly),
--   17 outbox bound, 18 most requests, 19 most commits without a checkpoint, 20 records at hand,
--   21 whole replies, 22 channel
if not certified(KEYS[3]) then return {'UNCERTIFIED'} end
local game = redis.call('HMGET', KEYS[1], 'e', 'v', 'd', 't', 'cn', 'cd', 'cp', 'x', 'sv', ARGV[6])
if not game[1] then return {'MISSING'} end
local number, deadline, paused = game[5], game[6], game[7]

local asked = ARGV[6] ~= ''
if asked and game[10] then
  local epoch, version, hash = string.match(game[10], '^(%d+):(%d+):(.*)$')
  if hash ~= ARGV[7] then return {'REUSED', epoch, version} end
  local slot = redis.call('HGET', KEYS[1], 'r:' .. text(version % tonumber(ARGV[21])))
  local kept, reply = string.match(slot or '', '^(%d+):(.*)$')
  local whole = kept == version
  return {'DUPLICATE', epoch, version, whole and '1' or '0', whole and reply or '',
    game[1], game[2], game[3], game[4], number, deadline, paused}
end
if given(game[8]) then return {'ENDED', game[1], game[2], game[3], game[4], number, deadline, paused} end
if game[1] ~= ARGV[2] or game[2] ~= ARGV[3] or game[3] ~= ARGV[4] then
  return {'CONFLICT', game[1], game[2], game[3], game[4], number, deadline, paused}
end
local now = millis()
if ARGV[8] == 'T' and (not given(deadline) or now < tonumber(deadline)) then
  return {'TOO_EARLY', deadline, text(now)}
end
local version = tonumber(game[2])
if asked and version >= tonumber(ARGV[18]) then return {'EXHAUSTED'} end
if redis.call('XLEN', KEYS[4]) >= tonumber(ARGV[17]) then return {'FULL'} end
local unchecked = version - tonumber(game[9])
if ARGV[13] == '' and unchecked >= tonumber(ARGV[19]) then return {'OVERDUE'} end

local at = math.max(now, tonumber(game[4]))
local op, span = ARGV[11], tonumber(ARGV[12])
if op ~= 'K' then
  number = text(tonumber(number) + 1)
  if op == 'S' then
    deadline, paused = text(at + span), ''
  elseif op == 'P' then
    if not given(paused) and given(deadline) then
      paused = text(math.max(0, tonumber(deadline) - at))
    end
    deadline = text(at + span)
  elseif op == 'R' then
    deadline = given(paused) and text(at + tonumber(paused)) or ''
    paused = ''
  elseif op == 'E' then
    if given(deadline) then deadline = text(tonumber(deadline) + span) end
  else
    deadline, paused = '', ''
  end
end

local moved = text(version + 1)
local when = text(at)
local ending = ARGV[16]
-- One command, not one for each: every one of them goes into the append-only file by itself.
local fields = {'v', moved, 'd', ARGV[5], 't', when}
local function set(field, value)
  fields[#fields + 1] = field
  fields[#fields + 1] = value
end
if op ~= 'K' then
  set('cn', number)
  set('cd', deadline)
  set('cp', paused)
end
if asked then
  set(ARGV[6], ARGV[2] .. ':' .. moved .. ':' .. ARGV[7])
  set('r:' .. text((version + 1) % tonumber(ARGV[21])), moved .. ':' .. ARGV[10])
end
local keep = math.max(tonumber(ARGV[20]), unchecked + 1)
if ARGV[13] ~= '' then
  set('s', ARGV[13])
  set('sv', moved)
  set('p', ARGV[15])
  set('x', ending)
  keep = tonumber(ARGV[20])
end
redis.call('HSET', KEYS[1], unpack(fields))
if redis.call('RPUSH', KEYS[2], when .. ':' .. ARGV[9]) > keep then
  redis.call('LTRIM', KEYS[2], -keep, -1)
end
if ending ~= '' or (op ~= 'K' and deadline == '') then
  redis.call('ZREM', KEYS[5], ARGV[1])
elseif op ~= 'K' then
  redis.call('ZADD', KEYS[5], deadline, ARGV[1])
end
-- What is short is one field: each has its price, here and in the file.
local about = table.concat({ARGV[1], ARGV[2], moved, ARGV[5], when, ARGV[8], op .. ARGV[12],
  number, deadline, paused}, '|')
local entry = {'a', about, 'r', ARGV[9], 'p', ARGV[10]}
if asked then
  entry[#entry + 1] = 'm'
  entry[#entry + 1] = ARGV[6]
  entry[#entry + 1] = 'h'
  entry[#entry + 1] = ARGV[7]
end
if ARGV[13] ~= '' then
  entry[#entry + 1] = 's'
  entry[#entry + 1] = ARGV[13]
  entry[#entry + 1] = 'n'
  entry[#entry + 1] = ARGV[14]
end
if ending ~= '' then
  entry[#entry + 1] = 'x'
  entry[#entry + 1] = ending
end
local ticket = redis.call('XADD', KEYS[4], '*', unpack(entry))
redis.call('PUBLISH', ARGV[22], 'M ' .. ARGV[1] .. ' ' .. ARGV[2] .. ' ' .. moved)
return {'OK', when, number, deadline, paused, ticket}

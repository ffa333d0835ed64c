-- Replaces observed games of one partition by restored ones: one call, and so one write of the file, for many.
-- KEYS: deadlines, then game and list of each
-- ARGV: 1 channel; for each game the number of its arguments and then these: 1 id, 2 observed epoch
--   ('' for none), 3 observed version, 4 observed digest, 5 epoch, 6 version, 7 digest, 8 header,
--   9 snapshot version, 10 snapshot, 11 players, 12 clock number, 13 left, 14 paused, 15 time of the
--   last commit, then pairs of field and value
-- Returns for each game OK, or OTHER if it has another head by now.
local now = millis()
local answers, hints = {}, {}

-- The arguments of the game are those after the first so many, up to the last.
local function restore(key, list, first, last)
  local function arg(n) return ARGV[first + n] end
  local there = redis.call('HMGET', key, 'e', 'v', 'd', 'f')
  if (there[1] or '') ~= arg(2) or (there[2] or '') ~= arg(3) or (there[3] or '') ~= arg(4) then
    return 'OTHER'
  end
  local deadline = ''
  redis.call('DEL', key, list)
  redis.call('ZREM', KEYS[1], arg(1))
  if given(arg(13)) then
    deadline = text(now + tonumber(arg(13)))
    redis.call('ZADD', KEYS[1], deadline, arg(1))
  end
  redis.call('HSET', key, 'e', arg(5), 'v', arg(6), 'd', arg(7),
    't', text(math.max(now, tonumber(arg(15)))), 'h', arg(8), 'sv', arg(9), 's', arg(10),
    'p', arg(11), 'x', '', 'cn', arg(12), 'cd', deadline, 'cp', arg(14))
  if given(there[4]) then redis.call('HSET', key, 'f', there[4]) end
  for i = first + 16, last, 1000 do
    redis.call('HSET', key, unpack(ARGV, i, math.min(i + 999, last)))
  end
  hints[#hints + 1] = arg(1) .. ' ' .. arg(5) .. ' ' .. arg(6)
  return 'OK'
end

local at = 2
for i = 2, #KEYS, 2 do
  local count = tonumber(ARGV[at])
  table.insert(answers, restore(KEYS[i], KEYS[i + 1], at, at + count))
  at = at + count + 1
end
if #hints > 0 then redis.call('PUBLISH', ARGV[1], 'MM ' .. table.concat(hints, ' ')) end
return answers

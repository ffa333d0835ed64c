-- The only way games change. One call commits to several games, each independently and at most once.
-- For each game everything is read and decided before the first write.
-- KEYS: for each partition cert, outbox, deadlines, lease of its drainer, last sweep, then its games
-- ARGV: 1 outbox bound, 2 most requests, 3 recent records, 4 whole replies, 5 this node, 6 partitions;
--   for each partition the number of its games; for each game the number of its optional arguments,
--   its ten fixed ones and the optional ones, named as in commit(). The optional ones are 0; 3 from
--   request to reply ('' without a request); or 7 from request to ending (often '')
local call = redis.call
local now = millis()
local bound, at_hand, whole_replies = tonumber(ARGV[1]), tonumber(ARGV[3]), tonumber(ARGV[4])
-- 12 fields that every game has, then records and replies; a few of those may not exist yet.
local most_requests, other_fields = tonumber(ARGV[2]), 12 + at_hand + whole_replies
-- The longest record that goes with a hint, in bytes. Followers read a longer one.
local MAX_HINTED = 4096
local answers, this_node = {}, ARGV[5]
local hints = {} -- for each other node that has to know, the lines of its message
local outbox, capacity, scheduled, cancelled -- of the current partition

local function tell(node, line)
  if not hints[node] then hints[node] = {} end
  table.insert(hints[node], line)
end

-- Tells the other nodes that follow the game.
local function tell_followers(followers, id, epoch, version, at, record)
  local line
  for node, till in string.gmatch(followers, '(%S+)=(%d+)') do
    if node ~= this_node and tonumber(till) > now then
      if not line then
        line = 'M ' .. id .. ' ' .. epoch .. ' ' .. version
        if #record <= MAX_HINTED and not string.find(record, '\n', 1, true) then
          line = line .. ' ' .. at .. ' ' .. record
        end
      end
      tell(node, line)
    end
  end
end

local function commit(key, id, epoch, version, digest, next_digest, cause, op, span, turn, record,
    request, payload_hash, reply, snapshot, index_entry, players, ending)
  local asked = given(request)
  local game = call('HMGET', key, 'e', 'v', 'd', 't', 'cn', 'cd', 'cp', 'x', 'sv', 'f', request or '')
  if not game[1] then return {'MISSING'} end
  local number, deadline, paused = game[5], game[6], game[7]

  if asked and game[11] then
    local first_epoch, first_version, hash = string.match(game[11], '^(%d+):(%d+):(.*)$')
    if hash ~= payload_hash then return {'REUSED', first_epoch, first_version} end
    local slot = call('HGET', key, 'r:' .. text(first_version % whole_replies))
    local kept, answer = string.match(slot or '', '^(%d+):(.*)$')
    local whole = kept == first_version
    return {'DUPLICATE', first_epoch, first_version, whole and '1' or '0', whole and answer or '',
      game[1], game[2], game[3], game[4], number, deadline, paused}
  end
  if given(game[8]) then
    return {'ENDED', game[1], game[2], game[3], game[4], number, deadline, paused}
  end
  if game[1] ~= epoch or game[2] ~= version or game[3] ~= digest then
    return {'CONFLICT', game[1], game[2], game[3], game[4], number, deadline, paused}
  end
  if cause == 'T' then
    local expires_at = given(deadline) and deadline + unseen(key, tonumber(deadline), now)
    if not expires_at or now < expires_at then
      return {'TOO_EARLY', expires_at and text(expires_at) or '', text(now)}
    end
  end
  local at_version = tonumber(version)
  -- A request stays a field of the game. Commits of the clock are no requests, and an ending is the last.
  if asked and not given(ending) and at_version >= most_requests
      and call('HLEN', key) >= most_requests + other_fields + (game[10] and 1 or 0) then
    return {'EXHAUSTED'}
  end
  if capacity <= 0 then return {'FULL'} end
  local checkpoint = given(snapshot)
  if not checkpoint and at_version - tonumber(game[9]) >= at_hand then return {'OVERDUE'} end

  local at, time = math.max(now, tonumber(game[4])), span
  if op ~= 'K' then
    number = text(tonumber(number) + 1)
    -- 'SC' and '180000:45000': start with three minutes, and run for 45 s at most.
    local kind, most = op, nil
    if #op == 2 then
      kind = string.sub(op, 1, 1)
      time, most = string.match(span, '^(%d+):(%d+)$')
    end
    if kind == 'S' then
      deadline, paused = text(at + time), ''
    elseif kind == 'P' then
      if not given(paused) and given(deadline) then
        paused = text(math.max(0, tonumber(deadline) - at))
      end
      deadline = text(at + time)
    elseif kind == 'R' then
      deadline = given(paused) and text(at + tonumber(paused)) or ''
      paused = ''
    elseif kind == 'E' then
      if given(deadline) then deadline = text(tonumber(deadline) + time) end
    elseif kind == 'U' then
      if given(deadline) and given(paused) then deadline = text(deadline + paused) end
      paused = ''
    elseif kind ~= 'K' then
      deadline, paused = '', ''
    end
    if most and given(deadline) and not given(paused) and deadline - at > tonumber(most) then
      paused = text(deadline - at - most)
      deadline = text(at + most)
    end
  end

  local next_version = text(at_version + 1)
  local committed_at = text(at)
  -- One HSET for all fields: each command is an entry of the append-only file.
  local fields = {'v', next_version, 'd', next_digest, 't', committed_at, 'cn', number, 'cd', deadline,
    'cp', paused, 'l:' .. text((at_version + 1) % at_hand),
    next_version .. ':' .. committed_at .. ':' .. record}
  -- Short values share one field: every field costs time, here and in the file.
  local about = table.concat({id, epoch, next_version, next_digest, committed_at, cause, op .. span,
    number, deadline, paused, turn}, '|')
  local entry = {'a', about, 'r', record, 'p', reply or ''}
  if request then
    local f, n = #fields, #entry
    if asked then
      fields[f + 1], fields[f + 2] = request, epoch .. ':' .. next_version .. ':' .. payload_hash
      fields[f + 3] = 'r:' .. text((at_version + 1) % whole_replies)
      fields[f + 4] = next_version .. ':' .. reply
      entry[n + 1], entry[n + 2], entry[n + 3], entry[n + 4] = 'm', request, 'h', payload_hash
      f, n = f + 4, n + 4
    end
    if checkpoint then
      fields[f + 1], fields[f + 2], fields[f + 3], fields[f + 4] = 's', snapshot, 'sv', next_version
      fields[f + 5], fields[f + 6], fields[f + 7], fields[f + 8] = 'p', players, 'x', ending
      entry[n + 1], entry[n + 2], entry[n + 3], entry[n + 4] = 's', snapshot, 'n', index_entry
      n = n + 4
    end
    if given(ending) then entry[n + 1], entry[n + 2] = 'x', ending end
  end
  call('HSET', key, unpack(fields))
  call('XADD', outbox, '*', unpack(entry))
  capacity = capacity - 1
  if given(ending) or (op ~= 'K' and deadline == '') then
    cancelled[#cancelled + 1] = id
  elseif op ~= 'K' then
    scheduled[#scheduled + 1] = deadline
    scheduled[#scheduled + 1] = id
  end
  if given(game[10]) then tell_followers(game[10], id, epoch, next_version, committed_at, record) end
  return {'OK', committed_at, number, deadline, paused}
end

-- How far KEYS and ARGV have been read.
local keys, arguments = 0, 6
for _ = 1, tonumber(ARGV[6]) do
  local games = tonumber(ARGV[arguments + 1])
  local is_certified = certified(KEYS[keys + 1])
  outbox, scheduled, cancelled = KEYS[keys + 2], {}, {}
  capacity = is_certified and bound - call('XLEN', outbox)
  local capacity_before = capacity
  arguments = arguments + 1
  for i = 1, games do
    local last = arguments + 11 + ARGV[arguments + 1]
    answers[#answers + 1] = is_certified
      and commit(KEYS[keys + 5 + i], unpack(ARGV, arguments + 2, last)) or {'UNCERTIFIED'}
    arguments = last
  end
  if #cancelled > 0 then call('ZREM', KEYS[keys + 3], unpack(cancelled)) end
  if #scheduled > 0 then call('ZADD', KEYS[keys + 3], unpack(scheduled)) end
  if capacity ~= capacity_before then
    local drainer = call('GET', KEYS[keys + 4])
    if drainer and drainer ~= this_node then tell(drainer, 'D ' .. string.match(outbox, '{p(%d+)}')) end
  end
  keys = keys + 5 + games
end
for node, lines in pairs(hints) do call('PUBLISH', 'hints:' .. node, table.concat(lines, '\n')) end
return answers

-- Functions shared by the scripts; put before each of them.

-- INFO takes longer than anything else in a script, so its result is cached. A library lives as long
-- as the process that loaded it, so the cached run is always this process's.
local this_run
local function run_id()
  if not this_run then
    this_run = string.match(redis.call('INFO', 'server'), 'run_id:(%x+)')
  end
  return this_run
end

local function certified(key)
  local run, certificate = run_id(), redis.call('GET', key)
  return run ~= nil and certificate and string.sub(certificate, 1, #run) == run
end

local function millis()
  local time = redis.call('TIME')
  return time[1] * 1000 + math.floor(time[2] / 1000)
end

local function text(number)
  return string.format('%.0f', number)
end

-- The time since the last sweep of a game's partition, if it is an outage and a deadline had not passed
-- before it: the next sweep gives it back, and until then no clock may run out.
local function unseen(game, deadline, now)
  local seen = redis.call('GET', 'alive:' .. string.match(game, '{p%d+}'))
  if not seen or deadline <= tonumber(seen) then return 0 end
  local gap = now - tonumber(seen)
  return gap > OUTAGE_MS and gap or 0
end

-- Present and not empty.
local function given(value)
  return value and value ~= ''
end

-- The records of a game from one version to another, oldest first, or nothing if one has been
-- dropped. The fields form a ring: "version:time:record". In games of builds before
-- ADR 0015 the older ones are in a list, of which the last is the one before the first field.
local function records(game, list, first, last, at_hand)
  local slots, found = {}, {}
  if last < first then return found end
  if last - first >= at_hand then return nil end
  for version = first, last do slots[#slots + 1] = 'l:' .. text(version % at_hand) end
  local fields = redis.call('HMGET', game, unpack(slots))
  for i = #slots, 1, -1 do
    local version, record = string.match(fields[i] or '', '^(%d+):(.*)$')
    if tonumber(version) ~= first + i - 1 then
      local older = redis.call('LRANGE', list, -i, -1)
      if #older < i then return nil end
      for j = 1, i do found[j] = older[j] end
      break
    end
    found[i] = record
  end
  return found
end

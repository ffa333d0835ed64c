-- What several scripts need; put before each of them.

-- Asking takes longer than anything else in a script. A library lives as long as the process it was
-- loaded into, and is loaded anew by the next, so that what it remembers is always this process's.
local this_run
local function run_id()
  if not this_run then
    this_run = string.match(redis.call('INFO', 'server'), 'run_id:(%x+)')
  end
  return this_run
end

local function certified(key)
  local run = run_id()
  return run ~= nil and redis.call('GET', key) == run
end

local function millis()
  local time = redis.call('TIME')
  return time[1] * 1000 + math.floor(time[2] / 1000)
end

local function text(number)
  return string.format('%.0f', number)
end

-- Present and not empty.
local function given(value)
  return value and value ~= ''
end

-- What several scripts need; put before each of them.
local function certified(key)
  local run = string.match(redis.call('INFO', 'server'), 'run_id:(%x+)')
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

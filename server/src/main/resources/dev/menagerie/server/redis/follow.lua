-- Enters a node among the followers of games of one partition, until a time, and reads their heads.
-- KEYS: cert, then games. ARGV: node, for how many milliseconds; 0: it is taken out
-- Returns epoch, version and digest of each; an empty epoch for one that is not there.
-- Writes only what changes: an entry that is half used, or one that is to go.
if not certified(KEYS[1]) then return {'UNCERTIFIED'} end
local now, lasts = millis(), tonumber(ARGV[2])
local answer = {'OK'}

local function follow(key, followers)
  local till, stay = 0, {}
  for node, its_end in string.gmatch(followers, '(%S+)=(%d+)') do
    if node == ARGV[1] then
      till = tonumber(its_end)
    elseif tonumber(its_end) > now then
      stay[#stay + 1] = node .. '=' .. its_end
    end
  end
  if lasts > 0 and till - now > lasts / 2 or lasts == 0 and till == 0 then return end
  if lasts > 0 then stay[#stay + 1] = ARGV[1] .. '=' .. text(now + lasts) end
  redis.call('HSET', key, 'f', table.concat(stay, ' '))
end

for i = 2, #KEYS do
  local game = redis.call('HMGET', KEYS[i], 'e', 'v', 'd', 'f')
  for j = 1, 3 do answer[#answer + 1] = game[j] or '' end
  if game[1] then follow(KEYS[i], game[4] or '') end
end
return answer

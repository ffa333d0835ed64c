-- The heads of games, certified or not. KEYS: games
-- Returns epoch, version and digest of each; an empty epoch for one that is not there.
local answer = {'OK'}
for i = 1, #KEYS do
  local head = redis.call('HMGET', KEYS[i], 'e', 'v', 'd')
  for j = 1, 3 do answer[#answer + 1] = head[j] or '' end
end
return answer

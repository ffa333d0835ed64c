-- Fields of a game with the store's time. KEYS: game, cert. ARGV: fields
if not certified(KEYS[2]) then return {'UNCERTIFIED'} end
local fields = redis.call('HMGET', KEYS[1], 'e', 'v', 'd', unpack(ARGV))
if not fields[1] then return {'MISSING'} end
local answer = {'OK', text(millis())}
for i = 1, 3 + #ARGV do answer[#answer + 1] = fields[i] or '' end
return answer

-- Opens a partition for the run it was compared in: process and data must still be those.
-- KEYS: cert, incarnation. ARGV: run, as "process-incarnation"
local run, incarnation = run_id(), redis.call('GET', KEYS[2])
if not run or not incarnation or ARGV[1] ~= run .. '-' .. incarnation then return {'OTHER'} end
redis.call('SET', KEYS[1], ARGV[1])
return {'OK'}

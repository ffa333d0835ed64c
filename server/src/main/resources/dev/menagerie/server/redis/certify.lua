-- Opens a partition for the run it was compared in. KEYS: cert. ARGV: run, which begins with the run id
local run = run_id()
if not run or string.sub(ARGV[1], 1, #run) ~= run then return {'OTHER'} end
redis.call('SET', KEYS[1], ARGV[1])
return {'OK'}

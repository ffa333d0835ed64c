-- Opens a partition for the run it was compared in. KEYS: cert. ARGV: run
local run = run_id()
if run ~= ARGV[1] then return {'OTHER'} end
redis.call('SET', KEYS[1], run)
return {'OK'}

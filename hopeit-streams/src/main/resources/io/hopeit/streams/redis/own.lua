-- KEYS: the owner of a shard. ARGV: consumer, ms for which that counts.
-- Returns whether it is the consumer's now.
local owner = redis.call('GET', KEYS[1])
if owner and owner ~= ARGV[1] then return {0} end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return {1}

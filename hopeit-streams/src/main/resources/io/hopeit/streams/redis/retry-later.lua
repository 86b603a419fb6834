-- KEYS: stream, retries. ARGV: group, consumer, id, delay ms, 1 if its last delivery counts.
-- Puts an entry off; returns whether it belonged to the consumer.
local id = ARGV[3]
local count = exists() and deliveries(id)
if not count then return {0} end
if ARGV[5] == '0' then count = math.max(0, count - 1) end
redis.call('ZADD', KEYS[2], now() + ARGV[4], id)
if claim(id, 'RETRYCOUNT', count) then return {1} end
redis.call('ZREM', KEYS[2], id)
return {0}

-- KEYS: stream, retries, dead letters. ARGV: group, consumer, id, names and values to add.
-- Moves an entry; returns whether it belonged to the consumer and was there, or 2 if it has too many fields for a script.
local id = ARGV[3]
if not (exists() and deliveries(id)) then return {0} end
local entry = redis.call('XRANGE', stream, id, id)[1]
if entry then
  local fields = entry[2]
  if #fields > 4000 then return {2} end
  for i = 4, #ARGV do fields[#fields + 1] = ARGV[i] end
  -- first, so that without memory nothing is acknowledged
  redis.call('XADD', KEYS[3], '*', unpack(fields))
end
redis.call('XACK', stream, group, id)
redis.call('ZREM', KEYS[2], id)
return {entry and 1 or 0}

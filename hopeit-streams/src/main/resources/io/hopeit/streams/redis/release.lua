-- ARGV: group, consumer, idle ms, ids. Lets anybody sweep those that belong to the consumer; returns how many.
local ids = owned(4)
for i = 1, #ids do
  local count = math.max(0, deliveries(ids[i]) - 1)
  redis.call('XCLAIM', stream, group, me, 0, ids[i], 'IDLE', ARGV[3], 'RETRYCOUNT', count, 'JUSTID')
end
return {#ids}

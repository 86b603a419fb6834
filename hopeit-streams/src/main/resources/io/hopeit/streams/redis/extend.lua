-- ARGV: group, consumer, ids. Makes those that belong to the consumer fresh, and returns them.
local ids = owned(3)
for i = 1, #ids do
  redis.call('XCLAIM', stream, group, me, 0, ids[i], 'JUSTID')
end
return ids

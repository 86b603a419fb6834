-- ARGV: group, consumer, ids. Acknowledges those that belong to the consumer, and returns them.
local ids = owned(3)
if #ids > 0 then redis.call('XACK', stream, group, unpack(ids)) end
return ids

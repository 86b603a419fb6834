-- ARGV: group, consumer, idle ms, ids. Lets anybody sweep those that belong to the consumer; returns how many.
local ids, released = owned(4), 0
for i = 1, #ids do
  local count = math.max(0, deliveries(ids[i]) - 1)
  if claim(ids[i], 'IDLE', ARGV[3], 'RETRYCOUNT', count) then released = released + 1 end
end
return {released}

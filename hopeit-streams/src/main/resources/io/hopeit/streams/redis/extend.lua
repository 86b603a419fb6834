-- ARGV: group, consumer, ids. Makes those that belong to the consumer fresh, and returns them.
local ids, fresh = owned(3), {}
for i = 1, #ids do
  if claim(ids[i]) then fresh[#fresh + 1] = ids[i] end
end
return fresh

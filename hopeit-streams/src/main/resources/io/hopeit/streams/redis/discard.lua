-- KEYS: stream, retries, dead letters. ARGV: group, consumer, ids of dead letters. Deletes those of the group; returns how many.
local deleted = 0
for i = 3, #ARGV do
  local letter = redis.call('XRANGE', KEYS[3], ARGV[i], ARGV[i])[1]
  for f = 1, letter and #letter[2] or 0, 2 do
    if letter[2][f] == 'dlq.group' and letter[2][f + 1] == group then
      deleted = deleted + redis.call('XDEL', KEYS[3], ARGV[i])
    end
  end
end
return {deleted}

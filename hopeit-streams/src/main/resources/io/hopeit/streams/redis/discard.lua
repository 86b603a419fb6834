-- KEYS: stream, retries, dead letters. ARGV: group, consumer, most bytes, ids of dead letters.
-- Deletes those of the group; returns how many, and how many ids were looked at.
local deleted, size, looked = 0, 0, 0
for i = 4, #ARGV do
  local letter = redis.call('XRANGE', KEYS[3], ARGV[i], ARGV[i])[1]
  if letter and dead(letter)['dlq.group'] == group then
    deleted = deleted + redis.call('XDEL', KEYS[3], ARGV[i])
  end
  looked, size = looked + 1, size + bytes(letter)
  if size >= tonumber(ARGV[3]) then break end
end
return {deleted, looked}

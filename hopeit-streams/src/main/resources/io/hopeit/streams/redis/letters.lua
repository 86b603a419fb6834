-- KEYS: stream, retries, dead letters. ARGV: group, consumer, id, most letters, most bytes, most to look at.
-- Returns dead letters of the group after that id, and the last id looked at: none at the end.
local found, last, size = {}, ARGV[3], 0
for _ = 1, tonumber(ARGV[6]) do
  local letter = redis.call('XRANGE', KEYS[3], last == '' and '-' or '(' .. last, '+', 'COUNT', 1)[1]
  if not letter then return {found, ''} end
  last = letter[1]
  if dead(letter)['dlq.group'] == group then found[#found + 1] = letter end
  size = size + bytes(letter)
  if #found == tonumber(ARGV[4]) or size >= tonumber(ARGV[5]) then break end
end
return {found, last}

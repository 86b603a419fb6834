-- KEYS: stream, mark. ARGV: ms to remember, longest length or 0, names and values.
-- Appends an entry unless the mark says that it has been done; returns its id.
local id = redis.call('GET', KEYS[2])
if id then return {id} end
if ARGV[2] == '0' then
  id = redis.call('XADD', KEYS[1], '*', unpack(ARGV, 3))
else
  id = redis.call('XADD', KEYS[1], 'MAXLEN', '~', ARGV[2], '*', unpack(ARGV, 3))
end
redis.call('SET', KEYS[2], id, 'PX', ARGV[1])
return {id}

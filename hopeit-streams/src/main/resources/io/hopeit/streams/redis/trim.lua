-- KEYS: stream. ARGV: longest length or 0, longest age in ms or 0, 1 to drop what is acknowledged, 1 to drop even what
-- is not. Returns how many entries were dropped.
local stream, length, age = KEYS[1], tonumber(ARGV[1]), tonumber(ARGV[2])
if redis.call('EXISTS', stream) == 0 then return {0} end

-- Ids are pairs of numbers, some too large for a double: as text, the longer is the greater.
local function less(a, b)
  if #a ~= #b then return #a < #b end
  return a < b
end

local function before(a, b)
  local ams, aseq = string.match(a, '(%d+)-(%d+)')
  local bms, bseq = string.match(b, '(%d+)-(%d+)')
  if ams ~= bms then return less(ams, bms) end
  return less(aseq, bseq)
end

-- The first entry that some group has not acknowledged; nil when there are no groups.
local function boundary()
  local first
  for _, flat in ipairs(redis.call('XINFO', 'GROUPS', stream)) do
    local group = {}
    for i = 1, #flat, 2 do group[flat[i]] = flat[i + 1] end
    local id = redis.call('XPENDING', stream, group.name)[2]
    if not id then
      -- the one after the last that was read; that itself may go, too
      local ms, seq = string.match(group['last-delivered-id'], '(%d+)-(%d+)')
      id = ms .. '-' .. (tonumber(seq) < 1e15 and string.format('%.0f', seq + 1) or seq)
    end
    if not first or before(id, first) then first = id end
  end
  return first
end

local everything, limit, dropped = ARGV[4] == '1', boundary(), 0
local function drop(...)
  dropped = dropped + redis.call('XTRIM', stream, ...)
end

if age > 0 then
  local time = redis.call('TIME')
  local old = string.format('%.0f-0', math.max(0, time[1] * 1000 + math.floor(time[2] / 1000) - age))
  if everything then
    drop('MINID', '~', old)
  elseif limit then
    drop('MINID', '~', before(old, limit) and old or limit)
  end
end
if ARGV[3] == '1' and limit then drop('MINID', '~', limit) end
local excess = redis.call('XLEN', stream) - length
if length > 0 and excess > 0 then
  if everything then
    drop('MAXLEN', '~', length)
  elseif limit then
    drop('MINID', '~', limit, 'LIMIT', excess)
  end
end
return {dropped}

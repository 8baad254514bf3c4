#!/usr/bin/env lua
-- line comment
--[[ block
comment ]]
--[==[ level ]] 2 ]==]
---@param x number doc
local M <const>, t <close> = {}, nil
local nums = { 1, .5, 1e-3, 0xFF, 0x1.8p1, 3//2, 2^3, 5 % 2, ~1, 1 << 2, 1 & 3 | 4 }
local strs = { "esc \n \x41 \u{1F600} \z
   \"q\"", 'single \'', [[long
string]], [==[ with ]] inside ]==] }
function M.greet(self, name, ...)
  local args, n = { ... }, select('#', ...)
  if not name or name == "" and n ~= 0 then
    return nil, "no name"
  elseif #name > 10 then
    error(("too long: %s"):format(name), 2)
  else
    print("hello " .. name .. '!')
  end
end
function M:method(a) self.x = a; return self end
for i = 1, 10, 2 do goto continue; ::continue:: end
for k, v in pairs(nums) do io.write(k, "=", tostring(v), "\n") break end
while true do repeat local x = 1 until x == 1 or false end
local f = function(a, b) return a <= b and a ~= b end
setmetatable(M, { __index = function(t, k) return rawget(t, k) end, __call = f; [1] = "x", ["key"] = true })
M:method(3):method{ 1, 2 }:method"str".field = string.rep("x", 3)
local ok, err = pcall(require, "mod")
return M
local co = coroutine.create(function(...) for i = 1, select("#", ...) do coroutine.yield((select(i, ...))) end end)
local s = "a\z
  b" .. 'c\'d' .. "\065\x41" .. [[
first newline dropped]]
local long <const> = 0xA.8p-1 + 1e+10 - .5 * 3 % 2 // 1
print(#t, not x, -y, ~z, a .. b, a == b, a ~= b, a <= b, a >> 1)
function a.b.c:d(x) return self, x end
return setmetatable({}, { __close = function() end })
--!strict
local unterminated = "abc

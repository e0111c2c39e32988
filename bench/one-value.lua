-- One gauge a push, of a random agency and indicator.
math.randomseed(os.time())
request = function()
  local path = "/metrics/job/bench/agency/a" .. math.random(1, 70) .. "/indicator/i" .. math.random(1, 20)
  return wrk.format("PUT", path, {["Content-Type"] = "text/plain"}, "bench_ratio " .. math.random() .. "\n")
end

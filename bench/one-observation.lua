-- One observation a POST, of a random agency, indicator and period.
local tokens = {}
for line in io.lines(os.getenv("TOKENS")) do tokens[#tokens + 1] = line end
local indicators = {
  "online-dossier-rate", "online-processing-rate", "on-time-rate", "digitisation-rate", "electronic-result-rate",
  "electronic-result-archived-rate", "digitised-data-reuse-rate", "online-payment-rate", "feedback-on-time-rate", "result-sync-rate",
}
local periods = {"2026-09", "2026-10"}
math.randomseed(os.time())
request = function()
  local denominator = math.random(100, 5000)
  return wrk.format("POST", "/api/v1/observations",
    {["Content-Type"] = "application/json", ["Authorization"] = "Bearer " .. tokens[math.random(1, #tokens)]},
    '{"period":"' .. periods[math.random(1, 2)] .. '","observations":[{"indicator":"' .. indicators[math.random(1, #indicators)] ..
    '","numerator":' .. math.random(0, denominator) .. ',"denominator":' .. denominator .. '}]}')
end

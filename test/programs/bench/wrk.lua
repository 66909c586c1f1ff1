-- Sends the lines of a file as bodies, one after the other, and says what came of it as JSON.
local requests, turn = {}, 0

function init(args)
  for body in io.lines(args[1]) do
    requests[#requests + 1] = wrk.format('POST', nil, { ['content-type'] = 'application/json' }, body)
  end
end

function request()
  turn = turn % #requests + 1
  return requests[turn]
end

function done(summary, latency)
  local failed = summary.errors.connect + summary.errors.read + summary.errors.write
    + summary.errors.status + summary.errors.timeout
  print(string.format('{"answers":%d,"perSecond":%f,"p50":%f,"p99":%f,"failed":%d}',
    summary.requests, summary.requests / summary.duration * 1e6, latency:percentile(50) / 1000,
    latency:percentile(99) / 1000, failed))
end

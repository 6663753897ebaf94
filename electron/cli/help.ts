export const helpText = `Stratbox: trading strategies whose results can be trusted.

  validate FILE… [--json]        score files without running them
  run FILE                       validate, run in a sandbox, replay, print the result
      --data NAME|PATH,…         data sets or CSV files; the first is the main instrument
                                 (default sp500)
      --benchmark NAME|PATH      what the result is held against (default: buy and hold)
      --interval hourly|daily|weekly|monthly   make longer bars; the loaded ones decide
                                 what came first inside them
      --prices raw|adjusted      (default adjusted, where the data has both)
      --from DATE --to DATE      period, like 2010-12-31
      --param NAME=VALUE         a strategy parameter; repeatable
      --cash N                   starting cash (default 100000)
      --commission RATE          share of each traded value (default 0.0005), or
                                 per-share:0.005:1, fixed:1:0.0005, tiered:10000=0.001,*=0.0005
      --slippage RATE            share of the price (default 0.0005), or ticks:1, volume:0.1
      --spread RATE --volume-cap SHARE --tick N
      --fill next-open|close     where market orders fill (default next-open)
      --at-end leave-open|last-open|last-close   positions held at the end
      --lot N                    lot size, 0 for fractions (default 1)
      --leverage N --maintenance-margin SHARE
      --borrow RATE --cash-interest RATE --margin-interest RATE --risk-free RATE   a year
      --time-zone NAME --session-start HH:MM     when a session begins (default UTC, 00:00)
      --trials N                 variants tried so far, for the deflated Sharpe ratio
      --seed N                   seed of this.random() (default 1)
      --sandbox docker|embedded|auto   (default auto)
      --time-limit SECONDS --memory MB --cpus N
      --accept REASON            you reviewed a MEDIUM risk and accept it
      --json                     one JSON document on standard output
  report RUN|last --format html|csv|json --out PATH
  history list | show RUN  [--json]
  doctor [--json]                what runs strategies here, and what is missing
  image build|status|remove      the sandbox image
  data list | import PATH  [--json]

Exit codes: 0 done, 1 the strategy failed, 2 bad usage or input, 3 blocked by policy, 4 no sandbox.`;

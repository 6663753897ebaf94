export const helpText = `Stratbox: trading strategies whose results can be trusted.

  validate FILE… [--json]        score files without running them
  run FILE                       validate, run in a sandbox, replay, print the result
      --data NAME|PATH           data set of the catalog, or a CSV file (default sp500)
      --from DATE --to DATE      period, like 2010-12-31
      --param NAME=VALUE         a strategy parameter; repeatable
      --cash N                   starting cash (default 100000)
      --commission RATE          share of each traded value (default 0.0005)
      --slippage RATE            share of the price (default 0.0005)
      --fill next-open|close     where orders fill (default next-open)
      --lot N                    lot size, 0 for fractions (default 1)
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

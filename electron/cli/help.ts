export const helpText = `Stratbox: trading strategies whose results can be trusted.

  validate FILE… [--json]        score files by the policy without running them
  run FILE                       validate, run in a sandbox, replay, print the result
      --data NAME|PATH,…         data sets or CSV files; the first is the main instrument
                                 (default sp500)
      --table NAME|PATH,…        tables that it may read by load(name), such as trades.csv
      --benchmark NAME|PATH      what the result is held against (default: buy and hold)
      --interval hourly|daily|weekly|monthly   make longer bars; the loaded ones decide
                                 what came first inside them
      --prices raw|adjusted      (default adjusted, where the data has both)
      --from DATE --to DATE      period, like 2010-12-31
      --param NAME=VALUE         a strategy parameter; repeatable
      --cash N                   starting cash (default 100000)
      --commission RATE          share of each traded value (default 0.0005), or
                                 per-share:0.005:1             a unit, at least an order
                                 fixed:1:0.0005                an order, and a share
                                 tiered:10000=0.001,*=0.0005   shares by value, the last *
      --slippage RATE            share of the price (default 0.0005), or
                                 ticks:1                       price steps
                                 volume:0.1                    by share of the bar's volume
      --spread RATE              between bid and ask; half of it is paid (default 0)
      --volume-cap SHARE         most of a bar's volume that fills; 0 for no cap (default 0)
      --fill next-open|close     where market orders fill (default next-open)
      --at-end leave-open|last-open|last-close   positions held at the end
      --lot N --tick N           lot size, 0 for fractions (default 1); price step (0.01)
      --leverage N               positions over equity (default 1)
      --maintenance-margin SHARE below it everything is liquidated (default 0.25)
      --borrow RATE              fee on shares sold short, a year (default 0)
      --cash-interest RATE --margin-interest RATE   earned and paid, a year (default 0)
      --risk-free RATE           for figures such as the Sharpe ratio, a year (default 0)
      --time-zone NAME --session-start HH:MM     when a session begins (default UTC, 00:00)
      --trials N                 variants tried so far, for the deflated Sharpe ratio
      --seed N                   seed of this.random() (default 1)
      --sandbox docker|embedded|auto   docker: containers only; auto: a container, else
                                 embedded (default: the window's setting, auto at first)
      --time-limit SECONDS       1 to 3600 (default 60)
      --memory MB --cpus N       128 to 16384 (default 512); 0.1 to 16 (default 1)
      --network none|bridge      bridge lets the container reach whatever this computer
                                 reaches; the result says so (default none)
      --accept REASON            you reviewed a MEDIUM risk and accept it; it holds for this
                                 text until the policy asks for more
      --json                     one JSON document on standard output
  report RUN|last --format html|csv|json --out PATH
  history list | show RUN  [--json]
  policy [show] [--json]         what may run: the policy of this workspace
  policy set strict|standard|research
  policy rule ID --off | --points N | --default   count a rule otherwise
  policy reset                   back to the standard policy
  policy revoke FILE             take back what was accepted of this text
  rules [ID] [--json]            what the check looks for; one rule with its examples
  doctor [--json]                what runs strategies here, and what is missing
  image [status] | build | rebuild | remove   the sandbox image
  image save FILE.tar            write it to a file for a computer without a network; prints
                                 the code that proves the file
  image load FILE.tar --code CODE   take it from a file that the code belongs to
  image … --python               the same for the image that Python runs in
  data list | import PATH  [--json]

Exit codes: 0 done, 1 the strategy failed, 2 bad usage or input, 3 blocked by policy (validate: one
of the files would be; policy: its file cannot be used, so nothing runs), 4 no sandbox.`;

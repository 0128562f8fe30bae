.PHONY: run test check chaos bench package bindings screenshots icons

run:         ## Build the program and open it to practise (without a display: drive it through a virtual one)
	@scripts/run.sh

test:        ## Everything that must hold
	@scripts/test.sh

check:       ## The lints only
	@scripts/setup.sh test && scripts/check.sh

chaos:       ## The proof: SECONDS=N, SEED=S; with RUN=R one run again (docs/FAULTS.md)
	@scripts/chaos.sh "$(SECONDS)" "$(SEED)" "$(RUN)"

bench:       ## The figures of the README
	@scripts/bench.sh

package:     ## Release build and packages
	@scripts/package.sh

bindings:    ## The screen's TypeScript types, from the Rust types
	@cargo run --quiet --package desk --example bindings > ui/src/generated/desk.ts

screenshots: ## Every screen, light and dark, into docs/screenshots
	@scripts/screenshots.sh

icons:       ## Every size of the icon, from icons/source.svg
	@scripts/icons.sh

# Thin on purpose: each target is one command that can be typed without make. CMake and the scripts in .ci do the work.
# `build`, `demo` and `test` install what is missing themselves; with everything there that takes a tenth of a second.
.PHONY: all deps deps-build build demo test lint fuzz install package clean
.DEFAULT_GOAL := build

deps:           ## every package, for development and CI too
	@.ci/deps

deps-build:
	@.ci/deps build

build: deps-build   ## release build in build/, the command at build/spile
	@cmake --preset release --log-level=WARNING >/dev/null
	@cmake --build --preset release

demo: deps-build ## the main job on an example template; builds the command alone
	@cmake --preset release --log-level=WARNING >/dev/null
	@cmake --build --preset release --target spile
	@examples/demo.sh

test: build     ## all tests of the release build
	@.ci/test build

lint: deps      ## format, clang-tidy on changed files, layers
	@.ci/lint

fuzz: deps      ## every fuzz target for 30 seconds
	@.ci/fuzz 30

install: build  ## PREFIX=/usr/local, DESTDIR is respected
	@cmake --install build $(if $(PREFIX),--prefix $(PREFIX))

package: deps build ## build/spile_VERSION_ARCH.deb
	@cd build && cpack -G DEB

clean:          ## removes what the presets build
	rm -rf build build-dev build-asan build-fuzz build-tidy build-ci

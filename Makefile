# The single entry: every command of README and CI is a target here.
export JAVA_HOME := $(shell sh tools/find-jdk)
MVN := mvn -B -ntp -q

.PHONY: jdk run jar fmt clean
jdk:
	@test -n "$(JAVA_HOME)" || { echo "Slipway needs a JDK 21 or newer: install one (for example 'apt install openjdk-21-jdk') or set JAVA_HOME to it." >&2; exit 1; }

jar: jdk
	@$(MVN) -DskipTests package

run: jar
	@exec "$(JAVA_HOME)/bin/java" -jar target/slipway.jar

fmt: jdk
	@$(MVN) spotless:apply

clean:
	@rm -rf target node_modules

# The single entry: every command of README and CI is a target here.
export JAVA_HOME := $(shell sh tools/find-jdk)
MVN := mvn -B -ntp -q
PRODUCT_TESTS := $(MVN) test-compile failsafe:integration-test failsafe:verify
MODEL_TOOLS := tools/models/node_modules/.package-lock.json
SOURCES := pom.xml $(shell find src/main bpmn dmn forms -type f)

.PHONY: jdk run jar test test-one fmt lint check-models modeler-plugin docs screens bench mutate soak clean

# Brings up the product with the tour organisation on http://localhost:8080.
run: target/run/slipway.jar
	@umask 077; exec "$(JAVA_HOME)/bin/java" -XX:+UseSerialGC $$(sh tools/cache-options target/run) -jar target/run/slipway.jar

jar: target/slipway.jar

target/slipway.jar: $(SOURCES) | jdk
	@echo "Building Slipway; the first time this fetches its libraries and takes some minutes."
	@$(MVN) -Dmaven.test.skip=true package
	@touch $@

target/run/slipway.jar: target/slipway.jar tools/lay-out tools/fill-cache
	@sh tools/lay-out

# Installs the system tools that the tests miss, then runs everything and prints how long each stage took.
test: jdk
	@sh tools/run-stages tools lint unit product

# One test class or method: make test-one T=ManifestTest
test-one: jdk $(MODEL_TOOLS)
	@test -n "$(T)" || { echo "Name a test: make test-one T=ManifestTest" >&2; exit 1; }
	@case "$(T)" in \
	  *ProductTest*) $(MAKE) --no-print-directory target/run/slipway.jar && $(PRODUCT_TESTS) -Dit.test='$(T)' ;; \
	  *) $(MVN) -Dtest='$(T)' test ;; \
	esac

# Brings as many seeded commits as asked into a workspace, most of them hostile, sends as many odd requests to the engine,
# presses it with sixty visitors for as many seconds, fuzzes each reader of foreign texts for as many seconds, and kills
# application, database and mail server at as many moments:
# make soak MOMENTS=50 TREES=10000 REQUESTS=5000 PRESSURE=60 FUZZ=60 SEED=1
MOMENTS := 50
TREES := 10000
REQUESTS := 5000
PRESSURE := 60
FUZZ := 60
SEED :=
soak: target/run/slipway.jar
	@$(MVN) -Dtest=HostileSourcesTest,SweepTest,PressureSoak -Dslipway.hostile.trees=$(TREES) -Dslipway.hostile.seed=$(SEED) \
	  -Dslipway.sweep=$(REQUESTS) -Dslipway.sweep.seed=$(SEED) -Dslipway.pressure=$(PRESSURE) test
	@$(MVN) dependency:build-classpath -Dmdep.outputFile=target/classpath
	@sh tools/fuzz $(FUZZ)
	@$(PRODUCT_TESTS) -Dit.test=KillProductTest -Dslipway.kill.moments=$(MOMENTS) -Dslipway.kill.seed=$(SEED)

# Measures what a site of a rollout and of an audit costs beside plain tools: make bench SITES="3 100" AUDIT="100 2000"
SITES :=
AUDIT :=
bench: jdk
	@$(MVN) test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath
	@"$(JAVA_HOME)/bin/java" -XX:+UseSerialGC -Xmx1g -cp "target/test-classes:target/classes:$$(cat target/classpath)" \
	  slipway.bench.Bench $(SITES) $(if $(AUDIT),audit $(AUDIT))

# Takes out what each step of the stories does; then changes what decides in every way that PIT knows, and prints which
# changes no test noticed. The latter alone, in some packages: make mutate P='slipway.release slipway.approval'
P :=
mutate: jdk
	@$(if $(P),true,$(MVN) -Dtest=MutationTest -Dslipway.hollow=1000 test)
	@$(MVN) test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath
	@"$(JAVA_HOME)/bin/java" -cp "target/test-classes:target/classes:$$(cat target/classpath)" slipway.mutation.DecidingClasses target/mutation $(P)
	@$(MVN) pitest:mutationCoverage -DtargetClasses="$$(paste -sd, target/mutation/classes)" -DtargetTests="$$(paste -sd, target/mutation/tests)" > target/mutation/log
	@"$(JAVA_HOME)/bin/java" -cp "target/test-classes:target/classes:$$(cat target/classpath)" slipway.mutation.MutationReport target/pit-reports/mutations.csv src/test/java/slipway/mutation/equivalents.txt

fmt: jdk
	@$(MVN) spotless:apply

jdk:
	@test -n "$(JAVA_HOME)" || { echo "Slipway needs a JDK 21 or newer: install one (for example 'apt install openjdk-21-jdk') or set JAVA_HOME to it." >&2; exit 1; }

# The tools that check and draw the models: exactly the packages of the lock file.
$(MODEL_TOOLS): tools/models/package-lock.json
	@command -v npm >/dev/null || { echo "Checking and drawing the models needs Node 20 or newer: install it (for example 'apt install nodejs npm')." >&2; exit 1; }
	@cd tools/models && npm ci --silent
	@touch $@

lint: jdk $(MODEL_TOOLS)
	@node tools/models/lint.mjs
	@$(MVN) spotless:check

# Says of the models what the gate of a running Slipway would say, every way followed, without a server or a database.
check-models: target/models/classpath
	@$(CHECK_MODELS)

CHECK_MODELS = "$(JAVA_HOME)/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
	  -cp "target/classes:$$(cat target/models/classpath)" slipway.engine.gate.ModelCheck
target/models/classpath: pom.xml $(shell find src/main/java -name '*.java') | jdk
	@mkdir -p target/models
	@$(MVN) compile dependency:build-classpath -Dmdep.outputFile=target/models/classpath
	@touch $@

# The rules for single elements as a plugin of the desktop Modeler, in target/modeler/slipway.
modeler-plugin: $(MODEL_TOOLS)
	@node tools/models/modeler/pack.mjs target/modeler/slipway

# Draws every model into docs/pictures, writes what models rely on for the tools of the Modeler and the handbook, and draws
# the database into docs/schema.md; tests tell when they are stale.
docs: $(MODEL_TOOLS) target/models/classpath
	@node tools/models/draw.mjs
	@$(CHECK_MODELS) --contract > target/models/contract.json
	@mv target/models/contract.json tools/models/contract.json
	@node tools/models/palette.mjs
	@$(MVN) test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath
	@"$(JAVA_HOME)/bin/java" -cp "target/test-classes:target/classes:$$(cat target/classpath)" slipway.docs.SchemaPage
	@$(MVN) -Dtest=AccessPageTest -Dslipway.docs=true test

# Walks a release through the browser and renews the screenshots of README and handbook.
screens: target/run/slipway.jar
	@$(PRODUCT_TESTS) -Dit.test=WholeReleaseProductTest -Dslipway.screens=docs/pictures/screens

clean:
	@rm -rf target tools/models/node_modules

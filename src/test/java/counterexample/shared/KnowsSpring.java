package counterexample.shared;

import org.springframework.stereotype.Component;

@Component
class KnowsSpring {}

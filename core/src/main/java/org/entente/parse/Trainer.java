package org.entente.parse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Trains tagger, parser and lemmas on treebanks. The same seed and data give the same model, bit
 * for bit.
 *
 * <p>Averaged perceptrons (Collins 2002); tags for the parser's training by jackknifing; the parser
 * learns from a dynamic oracle and follows its own moves (Goldberg and Nivre 2013). Settings are
 * those that worked best on the development sets; docs/parser.md has the figures. Not thread-safe.
 */
public final class Trainer {
  private static final long SEED = 20130507;
  private static final int FOLDS = 4;
  private static final float EXPLORE = 0.9f;
  private static final float FEATURE_DROPOUT = 0.05f;

  private final Settings settings;
  private final Consumer<String> log;
  private Lexicon lexicon = Lexicon.of(List.of(), 0);

  /**
   * How long and how finely to train.
   *
   * @param tagEpochs passes over the data for the tagger
   * @param parseEpochs passes over the data for the parser
   * @param margin by how much the right move must win before it is left alone
   * @param threshold averaged weights below it are dropped at once
   * @param news how many sentences of {@link NewsGrammar} are added for each member
   * @param members how many taggers and parsers are averaged
   * @param least units of the 16-bit weights of the parser below which a weight is pruned: 800
   *     leaves one weight in thirty and costs .4 points of UAS against 400
   */
  public record Settings(
      int tagEpochs,
      int parseEpochs,
      float margin,
      float threshold,
      int news,
      int members,
      int least) {
    public static final Settings DEFAULT = new Settings(6, 7, 3f, 0.05f, 5000, 3, 800);
  }

  public Trainer(Settings settings, Consumer<String> log) {
    this.settings = settings;
    this.log = log;
  }

  /**
   * @param treebanks CoNLL-U files
   * @param clusters lines {@code word TAB coarse TAB fine}
   */
  Model train(List<Path> treebanks, List<String> clusters) {
    List<Treebank.Tree> trees = new ArrayList<>();
    treebanks.forEach(file -> trees.addAll(Treebank.read(file)));
    log.accept(trees.size() + " sentences");
    lexicon = Lexicon.of(clusters, clusters.size());
    Lemmas lemmas = learnLemmas(trees);
    List<Treebank.Tree> data = withHeadlines(trees);
    List<Treebank.Tree> sample = new ArrayList<>(data);
    sample.addAll(new NewsGrammar(SEED).sentences(settings.news()));
    TagNames tags = tagNames(sample);
    Actions actions = actions(sample);
    List<Member> members =
        IntStream.range(0, settings.members())
            .parallel()
            .mapToObj(m -> trainMember(data, tags, actions, SEED + m))
            .toList();
    Averages tagger =
        Averages.mean(members.stream().map(Member::tagger).toList(), settings.threshold());
    log.accept("tagger: " + tagger);
    Averages parser =
        Averages.mean(members.stream().map(Member::parser).toList(), settings.threshold());
    log.accept("parser before pruning: " + parser);
    Model model =
        new Model(
            lexicon,
            tags,
            tagger.weights(),
            actions,
            parser.pruned(settings.least()).weights(),
            lemmas);
    return RowUse.laidOut(model, trees.stream().map(Treebank.Tree::text).toList());
  }

  /** A tagger and a parser that vote with others. */
  private record Member(Averages tagger, Averages parser) {}

  /** Each member sees other made sentences, and all sentences in another order. */
  private Member trainMember(List<Treebank.Tree> trees, TagNames tags, Actions actions, long seed) {
    List<Treebank.Tree> data = new ArrayList<>(trees);
    data.addAll(new NewsGrammar(seed).sentences(settings.news()));
    String name = "member " + (seed - SEED + 1);
    int[][] guessed = jackknife(data, tags, seed);
    Averages tagger = trainTagger(data, tags, settings.tagEpochs(), seed, name + " tagger");
    return new Member(tagger, trainParser(data, guessed, tags, actions, seed, name + " parser"));
  }

  private static Lemmas learnLemmas(List<Treebank.Tree> trees) {
    Lemmas.Learner learner = new Lemmas.Learner();
    for (Treebank.Tree tree : trees) {
      for (int i = 0; i < tree.size(); i++) {
        learner.learn(tree.forms()[i], tree.lemmas()[i], tree.tags()[i]);
      }
    }
    return learner.build();
  }

  /**
   * Adds copies in the dress of headlines, which treebanks of running text lack: capitalised,
   * without final stop.
   */
  private static List<Treebank.Tree> withHeadlines(List<Treebank.Tree> trees) {
    List<Treebank.Tree> data = new ArrayList<>(trees);
    Random random = new Random(SEED);
    for (Treebank.Tree tree : trees) {
      int dice = random.nextInt(100);
      if (dice < 6 && tree.size() >= 4 && tree.size() <= 20) {
        data.add(recased(tree, dice < 1));
      }
    }
    return data;
  }

  private static Treebank.Tree recased(Treebank.Tree tree, boolean all) {
    String[] forms = tree.forms().clone();
    for (int i = 0; i < forms.length; i++) {
      if (all) {
        forms[i] = forms[i].toUpperCase(Locale.ROOT);
      } else if (i == 0 || forms[i].length() > 3) {
        forms[i] = forms[i].substring(0, 1).toUpperCase(Locale.ROOT) + forms[i].substring(1);
      }
    }
    return new Treebank.Tree(
        forms,
        tree.lemmas(),
        tree.tags(),
        tree.heads(),
        tree.labels(),
        tree.spaceAfter(),
        tree.text());
  }

  private static TagNames tagNames(List<Treebank.Tree> trees) {
    TreeSet<String> names = new TreeSet<>();
    trees.forEach(tree -> names.addAll(Arrays.asList(tree.tags())));
    return new TagNames(names.toArray(String[]::new));
  }

  private static Actions actions(List<Treebank.Tree> trees) {
    TreeSet<String> names = new TreeSet<>();
    trees.forEach(
        tree -> Arrays.stream(tree.labels()).map(l -> Relation.of(l).label()).forEach(names::add));
    return new Actions(names.toArray(String[]::new));
  }

  private int[][] jackknife(List<Treebank.Tree> trees, TagNames tags, long seed) {
    int[][] guessed = new int[trees.size()][];
    for (int fold = 0; fold < FOLDS; fold++) {
      List<Treebank.Tree> others = new ArrayList<>();
      for (int i = 0; i < trees.size(); i++) {
        if (block(i) != fold) {
          others.add(trees.get(i));
        }
      }
      Tagger tagger = new Tagger(trainTagger(others, tags, 5, seed, "fold " + fold).weights());
      Words words = new Words();
      for (int i = 0; i < trees.size(); i++) {
        if (block(i) == fold) {
          words.fill(trees.get(i).forms(), trees.get(i).size(), lexicon);
          tagger.tag(words);
          guessed[i] = Arrays.copyOf(words.tags, words.count);
        }
      }
    }
    return guessed;
  }

  /** Folds are runs of sentences, so that a document does not stand on both sides. */
  private static int block(int sentence) {
    return sentence / 50 % FOLDS;
  }

  private Averages trainTagger(
      List<Treebank.Tree> trees, TagNames tags, int epochs, long seed, String name) {
    Map<String, Integer> numbers = new HashMap<>();
    for (int t = 0; t < tags.size(); t++) {
      numbers.put(tags.names()[t], t);
    }
    Perceptron perceptron = new Perceptron(tags.size());
    TagFeatures features = new TagFeatures();
    Words words = new Words();
    float[] scores = new float[tags.size()];
    int[] order = order(trees.size());
    Random random = new Random(seed);
    for (int epoch = 0; epoch < epochs; epoch++) {
      shuffle(order, random);
      int wrong = 0;
      int total = 0;
      for (int s : order) {
        Treebank.Tree tree = trees.get(s);
        words.fill(tree.forms(), tree.size(), lexicon);
        for (int i = 0; i < tree.size(); i++) {
          features.extract(words, i);
          perceptron.score(features.keys, TagFeatures.COUNT, scores);
          int gold = Objects.requireNonNull(numbers.get(tree.tags()[i]));
          scores[gold] -= 1f;
          int best = argmax(scores);
          scores[gold] += 1f;
          if (best != gold) {
            perceptron.update(features.keys, TagFeatures.COUNT, gold, best);
          }
          perceptron.tick();
          int guess = argmax(scores);
          wrong += guess == gold ? 0 : 1;
          total++;
          words.tags[i] = guess;
        }
      }
      log.accept(
          String.format(
              Locale.ROOT, "%s epoch %d: %.2f %%", name, epoch + 1, 100.0 - 100.0 * wrong / total));
    }
    return perceptron.average(settings.threshold());
  }

  private static int argmax(float[] scores) {
    int best = 0;
    for (int c = 1; c < scores.length; c++) {
      best = scores[c] > scores[best] ? c : best;
    }
    return best;
  }

  private Averages trainParser(
      List<Treebank.Tree> trees,
      int[][] guessed,
      TagNames tags,
      Actions actions,
      long seed,
      String name) {
    ParserLesson lesson = new ParserLesson(actions, tags, settings.margin(), FEATURE_DROPOUT);
    Words words = new Words();
    int[] order = order(trees.size());
    Random random = new Random(seed);
    for (int epoch = 0; epoch < settings.parseEpochs(); epoch++) {
      shuffle(order, random);
      for (int s : order) {
        Treebank.Tree tree = trees.get(s);
        words.fill(tree.forms(), tree.size(), lexicon);
        System.arraycopy(guessed[s], 0, words.tags, 0, tree.size());
        lesson.learn(tree, words, epoch == 0 ? 0 : EXPLORE, random);
      }
      log.accept(name + " epoch " + (epoch + 1) + ": " + lesson.report());
    }
    return lesson.average(settings.threshold());
  }

  private static int[] order(int n) {
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    return order;
  }

  private static void shuffle(int[] order, Random random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
  }
}
